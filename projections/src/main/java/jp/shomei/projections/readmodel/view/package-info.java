/** What the query side sees of a read model as a whole: its generations, and which of them answers. */
@NullMarked
package jp.shomei.projections.readmodel.view;

import org.jspecify.annotations.NullMarked;
