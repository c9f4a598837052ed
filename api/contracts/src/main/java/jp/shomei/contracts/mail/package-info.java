/** What is said about the mails that holders are sent. */
@NullMarked
package jp.shomei.contracts.mail;

import org.jspecify.annotations.NullMarked;
