/** What stands against what was asked, and what to do about it. */
export const errors = {
  'A mark of this question is a number from 0 to {maximum}.':
    'Eine Bewertung dieser Frage ist eine Zahl von 0 bis {maximum}.',
  'There is no such attempt, or it is not yours.': 'Diesen Versuch gibt es nicht, oder es ist nicht Ihrer.',
  'This quiz has not opened yet. Come back when it does.':
    'Dieses Quiz ist noch nicht geöffnet. Kommen Sie wieder, wenn es so weit ist.',
  'This quiz is closed: what was saved in time counts, and nothing can be added to it.':
    'Dieses Quiz ist geschlossen: Was rechtzeitig gespeichert wurde, zählt; es kann nichts mehr dazukommen.',
  'Time is up: what was saved in time is kept, and nothing in this attempt can be changed any more.':
    'Die Zeit ist um: Was rechtzeitig gespeichert wurde, bleibt erhalten; an diesem Versuch lässt sich nichts mehr ändern.',
  'This attempt has been handed in, so nothing in it can be changed any more.':
    'Dieser Versuch ist abgegeben; es lässt sich nichts mehr daran ändern.',
  'All attempts at this quiz have been used.': 'Alle Versuche für dieses Quiz sind aufgebraucht.',
  'No variant of this quiz could be drawn that can be marked, so no attempt was started. The people who run the course are told.':
    'Es ließ sich keine Variante dieses Quiz ziehen, die bewertet werden kann; darum wurde kein Versuch begonnen. Wer den Kurs leitet, erfährt davon.',
  'Another attempt can be begun only some time after the last one. Come back then.':
    'Ein weiterer Versuch kann erst einige Zeit nach dem letzten begonnen werden. Kommen Sie dann wieder.',
  'The time between attempts would end after this quiz closes, so there is no other attempt.':
    'Die Zeit zwischen den Versuchen würde enden, wenn dieses Quiz schon geschlossen ist; es gibt keinen weiteren Versuch.',
  'This quiz has no such question, so nothing was saved. Reload the page and try again.':
    'Diese Frage hat das Quiz nicht; es wurde nichts gespeichert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'This question has no such field, so nothing was saved. Reload the page and try again.':
    'Dieses Feld hat die Frage nicht; es wurde nichts gespeichert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'This question is marked when the attempt is handed in. Until then nothing is said of it.':
    'Diese Frage wird bewertet, wenn der Versuch abgegeben ist. Bis dahin wird nichts über sie gesagt.',
  'This question is finished, so its answer cannot be changed any more.':
    'Diese Frage ist abgeschlossen; die Antwort lässt sich nicht mehr ändern.',
  'This was sent under the key of another save, so it was not saved. Reload the page and try again.':
    'Das wurde mit dem Schlüssel einer anderen Speicherung gesendet und deshalb nicht gespeichert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'This attempt has been saved 5,000 times, which is as often as one can be. What was saved last counts: hand it in.':
    'Dieser Versuch wurde 5000-mal gespeichert, öfter geht es nicht. Das zuletzt Gespeicherte zählt: Geben Sie ihn ab.',
  'With this, all that was ever saved in this attempt would take more than 20 MB, which is as much as one can hold. What was saved last counts: shorten your answer, or hand it in.':
    'Damit nähme alles, was in diesem Versuch je gespeichert wurde, mehr als 20 MB ein; mehr fasst er nicht. Das zuletzt Gespeicherte zählt: Kürzen Sie Ihre Antwort, oder geben Sie ihn ab.',
  'This attempt is not handed in and marked yet. Mark it by hand once it is.':
    'Dieser Versuch ist noch nicht abgegeben und bewertet. Bewerten Sie ihn von Hand, sobald er es ist.',
  'Only an instructor of this course can mark by hand.':
    'Nur wer diesen Kurs unterrichtet, kann von Hand bewerten.',
  'A group has a name of 1 to 100 characters on one line.':
    'Eine Gruppe hat einen Namen von 1 bis 100 Zeichen in einer Zeile.',
  'There is a group of this name already.': 'Eine Gruppe mit diesem Namen gibt es schon.',
  'This would change nothing: fill in at least one field.':
    'Das würde nichts ändern: Füllen Sie mindestens ein Feld aus.',
  'A mark is a number from 0 to the maximum of the question.':
    'Eine Bewertung ist eine Zahl von 0 bis zur Punktzahl der Frage.',
  'This is not an e-mail address. Write it like name@example.org.':
    'Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.org.',
  'A name has 1 to 200 characters on one line.': 'Ein Name hat 1 bis 200 Zeichen in einer Zeile.',
  'There is an account with this e-mail address already.':
    'Ein Konto mit dieser E-Mail-Adresse gibt es schon.',
  'A password has 10 to 200 characters. A few random words make a good one.':
    'Ein Passwort hat 10 bis 200 Zeichen. Ein paar zufällige Wörter ergeben ein gutes.',
  'The current password is not right, so it was not changed.':
    'Das jetzige Passwort stimmt nicht; es wurde nicht geändert.',
  'This page is for administrators.': 'Diese Seite ist nur für die Verwaltung.',
  'Ask one of them if you need something changed here.':
    'Fragen Sie dort nach, wenn hier etwas geändert werden soll.',
  'Something went wrong on our side.': 'Bei uns ist etwas schiefgegangen.',
  'What you saved is safe. Try again; if it happens again, tell the people who run your course.':
    'Was Sie gespeichert haben, ist sicher. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es denen, die Ihren Kurs leiten.',
  'Go back, correct it and send it again.':
    'Gehen Sie zurück, korrigieren Sie es und senden Sie es noch einmal.',
  'You are not signed in any more, so this was not saved.':
    'Sie sind nicht mehr angemeldet; das wurde nicht gespeichert.',
  'Sign in, then go back to the page and send it again: your browser keeps what you typed.':
    'Melden Sie sich an, gehen Sie dann zur Seite zurück und senden Sie es noch einmal: Ihr Browser behält, was Sie geschrieben haben.',
  'Try again in {n, plural, one {# second} other {# seconds}}.':
    'Versuchen Sie es in {n, plural, one {# Sekunde} other {# Sekunden}} noch einmal.',
  'There is no such page, or it is not yours to see.':
    'Diese Seite gibt es nicht, oder sie ist nicht für Sie bestimmt.',
  'Check the address, or start from your courses.':
    'Prüfen Sie die Adresse, oder beginnen Sie bei Ihren Kursen.',
  'This form cannot be read.': 'Dieses Formular ist nicht lesbar.',
  'The form has a field "{field}" that no question here has.':
    'Das Formular hat ein Feld „{field}“, das keine Frage hier hat.',
  'Question {label} got several values where one belongs.':
    'Frage {label} hat mehrere Werte bekommen, wo einer hingehört.',
  'The form has an option that question {label} does not have.':
    'Das Formular hat eine Auswahl, die Frage {label} nicht hat.',
  'There is no question "{question}" in this form.': 'In diesem Formular gibt es keine Frage „{question}“.',
  'This request did not come from a page of this site, so nothing was changed.':
    'Diese Anfrage kam nicht von einer Seite hier; es wurde nichts geändert.',
  'Open the page here and send the form from there.':
    'Öffnen Sie die Seite hier und senden Sie das Formular von dort.',
  'a field': 'einem Feld',
  'The form cannot be read: there is something wrong with {field}.':
    'Das Formular ist nicht lesbar: Mit {field} stimmt etwas nicht.',
  'This address does something only when a form is sent to it.':
    'Diese Adresse tut nur etwas, wenn ein Formular an sie gesendet wird.',
  'Start from the page with the form.': 'Beginnen Sie bei der Seite mit dem Formular.',
  'Go back, reload the page and try again.':
    'Gehen Sie zurück, laden Sie die Seite neu und versuchen Sie es noch einmal.',
  'What was saved before stays as it was.': 'Was vorher gespeichert wurde, bleibt, wie es war.',
  'Nothing was lost. Try again in a few seconds.':
    'Es ist nichts verloren. Versuchen Sie es in einigen Sekunden noch einmal.',
  'The page of the quiz says when that is.': 'Wann das ist, steht auf der Seite des Quiz.',
  'The page of the quiz lists your attempts.': 'Auf der Seite des Quiz stehen Ihre Versuche.',
  'Ask an instructor of the course.': 'Fragen Sie, wer den Kurs unterrichtet.',
  'Go back and correct it.': 'Gehen Sie zurück und korrigieren Sie es.',
  'This is more than one form can hold (512 kB), so it was not saved.':
    'Das ist mehr, als ein Formular fasst (512 kB); es wurde nicht gespeichert.',
  'This form has more fields than any of ours, so it was not saved.':
    'Dieses Formular hat mehr Felder als jedes von uns; es wurde nicht gespeichert.',
  'There is no such page.': 'Diese Seite gibt es nicht.',
  'Check the address.': 'Prüfen Sie die Adresse.',
  'This request cannot be read, so nothing was changed.':
    'Diese Anfrage ist nicht lesbar; es wurde nichts geändert.',
  'Go back, shorten or correct it, and send it again.':
    'Gehen Sie zurück, kürzen oder korrigieren Sie es und senden Sie es noch einmal.',
  'The database is busy; nothing was stored. Please try again in a few seconds.':
    'Die Datenbank ist beschäftigt; es wurde nichts gespeichert. Bitte versuchen Sie es in einigen Sekunden noch einmal.',
  'Too many tries. Please wait a quarter of an hour.':
    'Zu viele Versuche. Bitte warten Sie eine Viertelstunde.',
  'You type faster than can be read; what you typed is read when it is saved.':
    'Sie tippen schneller, als gelesen werden kann; was Sie getippt haben, wird beim Speichern gelesen.',
  'You save more often than a person can type, so this was not saved.':
    'Sie speichern öfter, als ein Mensch schreiben kann; das wurde nicht gespeichert.',
  'This quiz has no exercise {number}.': 'Dieses Quiz hat keine Aufgabe {number}.',
  'This attempt has no such question.': 'Diese Frage hat der Versuch nicht.',
  'This quiz has no such question.': 'Diese Frage hat das Quiz nicht.',
  'There is no such person.': 'Diese Person gibt es nicht.',
  'There is no such course.': 'Diesen Kurs gibt es nicht.',
  'There is no such quiz file.': 'Diese Quizdatei gibt es nicht.',
  'You cannot disable your own account.': 'Ihr eigenes Konto können Sie nicht sperren.',
  'Ask another administrator.': 'Bitten Sie jemand anderen aus der Verwaltung.',
  'You hand in too often; what was handed in before is safe.':
    'Sie geben zu oft ab; was vorher abgegeben wurde, ist sicher.',
  'You start attempts too often; those that you have are safe.':
    'Sie beginnen zu oft Versuche; die vorhandenen sind sicher.',
  'This attempt has not been handed in yet.': 'Dieser Versuch ist noch nicht abgegeben.',
  'The result is here once it is.': 'Danach steht hier das Ergebnis.',
  'Nobody can sign in over this connection: this server keeps sign-ins to HTTPS, and this page did not come over it. Open the address that begins with https://. If you did, the person who runs the server has to set TRUST_PROXY.':
    'Über diese Verbindung kann sich niemand anmelden: Dieser Server lässt Anmeldungen nur über HTTPS zu, und diese Seite kam nicht so. Öffnen Sie die Adresse, die mit https:// beginnt. Falls Sie das getan haben, muss, wer den Server betreibt, TRUST_PROXY setzen.',
  'Too many tries. Please wait {n, plural, one {# minute} other {# minutes}}.':
    'Zu viele Versuche. Bitte warten Sie {n, plural, one {# Minute} other {# Minuten}}.',
  'This e-mail and password do not belong together.':
    'Diese E-Mail-Adresse und dieses Passwort gehören nicht zusammen.',
  'Reference for the log: {reference}': 'Für das Protokoll: {reference}',
  'You check more often than a person can think, so this was not checked. It is saved.':
    'Sie prüfen öfter, als ein Mensch denken kann; das wurde nicht geprüft. Gespeichert ist es.',
  'Question {label} has no such certainty.': 'Diese Sicherheit gibt es bei Frage {label} nicht.',
  'They have rules of their own at this quiz already: change those.':
    'Dafür gelten bei diesem Quiz schon eigene Regeln: Ändern Sie diese.',
  'Give either another time limit or extra time, not both.':
    'Geben Sie entweder eine andere Zeitgrenze oder mehr Zeit an, nicht beides.',
  'By these dates it would close before it opens, so they could never begin.':
    'Mit diesen Daten würde es schließen, bevor es öffnet; niemand könnte beginnen.',
  'This quiz has neither a time limit nor an end, so extra time would change nothing.':
    'Dieses Quiz hat weder eine Zeitgrenze noch ein Ende; mehr Zeit würde nichts ändern.',
  'This person is not in this course any more.': 'Diese Person ist nicht mehr in diesem Kurs.',
  'There is no such group, or it was removed.': 'Diese Gruppe gibt es nicht, oder sie wurde entfernt.',
  'There is no such override, or it was taken back.':
    'Diese Ausnahme gibt es nicht, oder sie wurde zurückgenommen.',
};
