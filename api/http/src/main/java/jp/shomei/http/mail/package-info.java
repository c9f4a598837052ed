/** The mails to the holders, over HTTP. */
@NullMarked
package jp.shomei.http.mail;

import org.jspecify.annotations.NullMarked;
