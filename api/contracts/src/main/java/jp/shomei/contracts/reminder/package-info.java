/** What is said about reminders: of the end of a certificate's validity, and of the end of its download. */
@NullMarked
package jp.shomei.contracts.reminder;

import org.jspecify.annotations.NullMarked;
