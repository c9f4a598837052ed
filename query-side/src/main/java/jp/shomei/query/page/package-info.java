/** Pages of long lists. */
@NullMarked
package jp.shomei.query.page;

import org.jspecify.annotations.NullMarked;
