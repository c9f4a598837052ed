/** What a process does: everything, or the half of it that decides and signs, or the half that remembers and answers. */
@NullMarked
package jp.shomei.app.role;

import org.jspecify.annotations.NullMarked;
