/** Courses, the page of a quiz, handing in, and the result. */
export const quiz = {
  'Your courses': 'Ihre Kurse',
  instructor: 'Lehrperson',
  '{n, plural, one {# quiz} other {# quizzes}}, none open now':
    '{n, plural, one {# Quiz} other {# Quiz}}, jetzt keines offen',
  'You are not enrolled in any course yet.': 'Sie sind noch in keinem Kurs eingeschrieben.',
  'The instructor of your course, or an administrator, can enrol {email}. The course then appears here.':
    'Wer Ihren Kurs unterrichtet oder verwaltet, kann {email} einschreiben. Der Kurs erscheint dann hier.',
  Quizzes: 'Quiz',
  'There are no quizzes in this course yet.': 'In diesem Kurs gibt es noch kein Quiz.',
  'not started': 'nicht begonnen',
  'in progress': 'in Arbeit',
  'time ran out': 'Zeit abgelaufen',
  'handed in': 'abgegeben',
  'being marked': 'wird bewertet',
  '{mark} of {maximum}': '{mark} von {maximum}',
  '{marks}, {n} to be marked by a person': '{marks}, {n} von einem Menschen zu bewerten',
  '{marks}, late': '{marks}, verspätet',
  When: 'Wann',
  What: 'Was',
  Time: 'Zeit',
  Marking: 'Bewertung',
  Where: 'Wo',
  'Only in Safe Exam Browser, with the settings of your course.':
    'Nur im Safe Exam Browser, mit den Einstellungen Ihres Kurses.',
  'This quiz can be written in Safe Exam Browser alone, with the settings of your course.':
    'Dieses Quiz kann nur im Safe Exam Browser geschrieben werden, mit den Einstellungen Ihres Kurses.',
  'Open it there. What was saved of an attempt is safe.':
    'Öffnen Sie es dort. Was von einem Versuch gespeichert wurde, ist sicher.',
  '{questions, plural, one {# question} other {# questions}} in {exercises, plural, one {# exercise} other {# exercises}}, {marks, plural, one {# mark} other {# marks}}':
    '{questions, plural, one {# Frage} other {# Fragen}} in {exercises, plural, one {# Aufgabe} other {# Aufgaben}}, {marks, plural, one {# Punkt} other {# Punkte}}',
  'Your answers are run, not compared with a text. A question gives its marks when all of its answer is right.':
    'Ihre Antworten werden ausgeführt, nicht mit einem Text verglichen. Eine Frage gibt ihre Punkte, wenn die ganze Antwort richtig ist.',
  'Some give a part of them for what is right in part, or follows from an earlier answer.':
    'Manche geben einen Teil davon für das, was zum Teil richtig ist oder aus einer früheren Antwort folgt.',
  'When you hand in you see {what}.': 'Wenn Sie abgeben, sehen Sie {what}.',
  'Once the quiz has closed, after {moment}, you see {what}.':
    'Wenn das Quiz geschlossen ist, nach {moment}, sehen Sie {what}.',
  'On {day} you see {what}.': 'Am {day} sehen Sie {what}.',
  'Two minutes later you see {what}.': 'Zwei Minuten später sehen Sie {what}.',
  'your answers': 'Ihre Antworten',
  'what is right or wrong': 'was richtig oder falsch ist',
  'the marks': 'die Punkte',
  'where your answers fail': 'wo Ihre Antworten scheitern',
  'the feedback': 'die Rückmeldungen',
  'the solutions': 'die Lösungen',
  'the result': 'das Ergebnis',
  '{list}': '{list}',
  'Continue attempt {number}': 'Versuch {number} fortsetzen',
  'Start another attempt…': 'Weiteren Versuch beginnen …',
  'Start…': 'Beginnen …',
  'Start another attempt': 'Weiteren Versuch beginnen',
  Start: 'Beginnen',
  'Your attempts': 'Ihre Versuche',
  Attempt: 'Versuch',
  'Attempt {number}': 'Versuch {number}',
  Started: 'Begonnen',
  'Handed in': 'Abgegeben',
  Marks: 'Punkte',
  'not handed in': 'nicht abgegeben',
  'What counts: {grade}': 'Es zählt: {grade}',
  'Go on working': 'Weiterarbeiten',
  'Go on': 'Weiter',
  'Hand in': 'Abgeben',
  'Hand in, {quiz}': 'Abgeben, {quiz}',
  'Hand in attempt {number}?': 'Versuch {number} abgeben?',
  '{n, plural, one {# answer is not valid yet and would be worth nothing. Correct it first: it costs nothing.} other {# answers are not valid yet and would be worth nothing. Correct them first: it costs nothing.}}':
    '{n, plural, one {# Antwort ist noch nicht gültig und wäre nichts wert. Korrigieren Sie sie zuerst: Das kostet nichts.} other {# Antworten sind noch nicht gültig und wären nichts wert. Korrigieren Sie sie zuerst: Das kostet nichts.}}',
  '{n, plural, one {# question is still blank.} other {# questions are still blank.}}':
    '{n, plural, one {# Frage ist noch leer.} other {# Fragen sind noch leer.}}',
  'Handing in cannot be undone.': 'Abgeben lässt sich nicht rückgängig machen.',
  'You may start another attempt afterwards.': 'Danach können Sie einen weiteren Versuch beginnen.',
  'Result of {quiz}': 'Ergebnis von {quiz}',
  '{student}, attempt {number}': '{student}, Versuch {number}',
  'Handed in. The marking is pending: it goes on by itself, and nothing that you handed in can be lost. Reload this page in a moment.':
    'Abgegeben. Die Bewertung steht noch aus: Sie geht von selbst weiter, und nichts, was Sie abgegeben haben, kann verloren gehen. Laden Sie diese Seite gleich noch einmal.',
  '{mark} of {n, plural, one {# mark} other {# marks}}':
    '{mark} von {n, plural, one {# Punkt} other {# Punkten}}',
  '{n, plural, one {# question is still to be marked by a person} other {# questions are still to be marked by a person}}':
    '{n, plural, one {# Frage bewertet noch ein Mensch} other {# Fragen bewertet noch ein Mensch}}',
  'Handed in.': 'Abgegeben.',
  'What is right or wrong is not shown yet.': 'Was richtig oder falsch ist, wird noch nicht gezeigt.',
  'This quiz does not show what is right or wrong.': 'Dieses Quiz zeigt nicht, was richtig oder falsch ist.',
  'Until {date}, you can see {what} here; then no more for a time.':
    'Bis {date} sehen Sie hier {what}; danach eine Zeit lang nicht mehr.',
  'You will see {what} here once the quiz has closed, after {date}.':
    'Wenn das Quiz geschlossen ist, nach {date}, sehen Sie hier {what}.',
  'You will see {what} here on {day}.': 'Am {day} sehen Sie hier {what}.',
  'You will see {what} here from {date}.': 'Ab {date} sehen Sie hier {what}.',
  'The exercise again': 'Noch einmal die Aufgabe',
  'not marked yet': 'noch nicht bewertet',
  Receipt: 'Quittung',
  'The hash is computed from everything that was handed in and from the time. Keep it: it shows later that nothing was changed.':
    'Der Hashwert wird aus allem Abgegebenen und dem Zeitpunkt berechnet. Bewahren Sie ihn auf: Er zeigt später, dass nichts geändert wurde.',
  '(marked by a person)': '(von einem Menschen bewertet)',
  'A hint': 'Ein Hinweis',
  'From the person who marked this': 'Von der Person, die das bewertet hat',
};
