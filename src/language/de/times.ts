/** Dates, limits, delays and the clock; what counts of several attempts. */
export const times = {
  '{limit} from the start of an attempt.': '{limit} ab dem Beginn eines Versuchs.',
  'When time runs out, what was saved is handed in by itself.':
    'Wenn die Zeit abgelaufen ist, wird das Gespeicherte von selbst abgegeben.',
  'When time runs out, nothing can be changed any more; you then have {grace} to hand in, and after that what was saved is handed in by itself.':
    'Wenn die Zeit abgelaufen ist, lässt sich nichts mehr ändern; Sie haben dann {grace}, um abzugeben, danach wird das Gespeicherte von selbst abgegeben.',
  'Hand in before time runs out: what was not handed in is not marked.':
    'Geben Sie ab, bevor die Zeit abläuft: Was nicht abgegeben wurde, wird nicht bewertet.',
  'The best counts.': 'Der beste zählt.',
  'The average counts.': 'Der Durchschnitt zählt.',
  'The first counts.': 'Der erste zählt.',
  'The last counts.': 'Der letzte zählt.',
  '{n, plural, one {One} other {#}}.': '{n, plural, one {Einer} other {#}}.',
  'Any number.': 'Beliebig viele.',
  'Between two attempts {delay} must pass.': 'Zwischen zwei Versuchen müssen {delay} vergehen.',
  'Between the first and the second attempt {delay} must pass.':
    'Zwischen dem ersten und dem zweiten Versuch müssen {delay} vergehen.',
  'Between later attempts {delay} must pass.': 'Zwischen späteren Versuchen müssen {delay} vergehen.',
  'A new attempt begins with the answers of the last one.':
    'Ein neuer Versuch beginnt mit den Antworten des letzten.',
  'Start {quiz}': '{quiz} beginnen',
  'Start attempt {number}?': 'Versuch {number} beginnen?',
  'You have {limit} from the moment you start. The clock does not stop, not even when you leave the page.':
    'Sie haben {limit} von dem Moment an, in dem Sie beginnen. Die Uhr hält nicht an, auch nicht, wenn Sie die Seite verlassen.',
  'Time is up at {moment}, so you have less than that.':
    'Die Zeit endet am {moment}, Sie haben also weniger.',
  '{n, plural, one {This is your last attempt.} other {You have # attempts left, this one included.}}':
    '{n, plural, one {Das ist Ihr letzter Versuch.} other {Sie haben noch # Versuche, diesen eingeschlossen.}}',
  'Start now': 'Jetzt beginnen',
  'Not yet': 'Noch nicht',
  '{time} left': 'noch {time}',
  'until {moment}': 'bis {moment}',
  'until {date}': 'bis {date}',
  'hand in before {date}': 'abgeben vor {date}',
  'You have more time: until {moment}.': 'Sie haben mehr Zeit: bis {moment}.',
  'Time ends earlier: {moment}.': 'Die Zeit endet früher: {moment}.',
  'Time is up.': 'Die Zeit ist um.',
  'This attempt has been handed in.': 'Dieser Versuch ist abgegeben.',
  'Time left': 'Verbleibende Zeit',
  'due {date}': 'abzugeben bis {date}',
  'was due {date}: what is handed in now counts, and is called late':
    'war abzugeben bis {date}: Was jetzt abgegeben wird, zählt und gilt als verspätet',
  'Time is up': 'Die Zeit ist um',
  'Time is up: nothing can be changed any more. You can hand in until {moment}; then what was saved is handed in by itself.':
    'Die Zeit ist um: Es lässt sich nichts mehr ändern. Sie können bis {moment} abgeben; danach wird das Gespeicherte von selbst abgegeben.',
  'Time ran out {date}, before this attempt was handed in, so it is not marked. What you saved is kept.':
    'Die Zeit lief ab ({date}), bevor dieser Versuch abgegeben wurde; er wird deshalb nicht bewertet. Was Sie gespeichert haben, bleibt erhalten.',
  'Time ran out {date}. What was saved until then is handed in by itself within a minute.':
    'Die Zeit lief ab ({date}). Was bis dahin gespeichert wurde, wird innerhalb einer Minute von selbst abgegeben.',
  'You can begin the next attempt from {date} on.': 'Den nächsten Versuch können Sie ab {date} beginnen.',
  'Time ran out before this attempt was handed in, so it is not marked. What was saved is below.':
    'Die Zeit lief ab, bevor dieser Versuch abgegeben wurde; er wird deshalb nicht bewertet. Das Gespeicherte steht unten.',
  'Handed in late: after it was due.': 'Verspätet abgegeben.',
  'closes before it opens, so nobody can ever begin': 'liegt vor dem Öffnen, also kann nie jemand beginnen',
  'is before it opens, so everything will be late': 'liegt vor dem Öffnen, also wird alles verspätet sein',
  'is after it closes, so nothing can be late': 'liegt nach dem Schließen, also kann nichts verspätet sein',
  'are shown before it closes, while others may still answer':
    'werden vor dem Schließen gezeigt, während andere noch antworten können',
  'is longer than the {time} between opens and closes: nobody gets all of it':
    'ist länger als die {time} zwischen opens und closes: Niemand bekommt die ganze Zeit',
  'never happens: there is neither a time-limit nor a closes':
    'kommt nie vor: Es gibt weder time-limit noch closes',
  'is grace, but how long is not said: add grace: 5 min':
    'ist grace, aber es fehlt, wie lange: grace: 5 min ergänzen',
  'holds only with when-time-runs-out: grace': 'gilt nur mit when-time-runs-out: grace',
  'has no effect: there is only one attempt': 'hat keine Wirkung: Es gibt nur einen Versuch',
  'is in the past, so nobody can begin': 'ist vorbei, also kann niemand beginnen',
  'is in the past, so everything will be late': 'ist vorbei, also wird alles verspätet sein',
};
