/** The mailed notice over HTTP, for the mailroom and the officers. */
@NullMarked
package jp.shomei.http.notice;

import org.jspecify.annotations.NullMarked;
