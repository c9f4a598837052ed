/** Registrations over HTTP: one by one, and as a file. */
@NullMarked
package jp.shomei.http.institution;

import org.jspecify.annotations.NullMarked;
