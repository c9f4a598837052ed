/** Lists by day, cut into blocks that stay small however many there are. */
@NullMarked
package jp.shomei.projections.block.view;

import org.jspecify.annotations.NullMarked;
