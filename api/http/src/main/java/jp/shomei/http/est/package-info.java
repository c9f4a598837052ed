/** Enrolment over Secure Transport (RFC 7030), for terminals. */
@NullMarked
package jp.shomei.http.est;

import org.jspecify.annotations.NullMarked;
