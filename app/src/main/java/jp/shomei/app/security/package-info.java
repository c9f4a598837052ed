/** Who may come in. */
@NullMarked
package jp.shomei.app.security;

import org.jspecify.annotations.NullMarked;
