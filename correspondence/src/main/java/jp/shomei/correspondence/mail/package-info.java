/**
 * The mails to the holders. What happened is written as a mail and recorded in the outbox; from there it is sent, tried again
 * where it was not taken, and given up after a day.
 */
@NullMarked
package jp.shomei.correspondence.mail;

import org.jspecify.annotations.NullMarked;
