/** Where the read models live: what can be rebuilt. */
@NullMarked
package jp.shomei.app.readmodel;

import org.jspecify.annotations.NullMarked;
