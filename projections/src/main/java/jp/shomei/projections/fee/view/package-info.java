/** The documents of bills and ledgers, and the folds that make them. */
@NullMarked
package jp.shomei.projections.fee.view;

import org.jspecify.annotations.NullMarked;
