/** JSON taken literally: nothing unknown, nothing converted, nothing twice. */
@NullMarked
package jp.shomei.http.json;

import org.jspecify.annotations.NullMarked;
