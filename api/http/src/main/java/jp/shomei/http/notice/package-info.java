/** The mailed notice over HTTP, for the mailroom. */
@NullMarked
package jp.shomei.http.notice;

import org.jspecify.annotations.NullMarked;
