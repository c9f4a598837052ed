/** Who may call what: bearer tokens, roles, and the headers of a careful server. */
@NullMarked
package jp.shomei.http.access;

import org.jspecify.annotations.NullMarked;
