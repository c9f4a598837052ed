/** Fees: what is charged, how it is collected, and the ledger of each billing month. */
@NullMarked
package jp.shomei.contracts.fee;

import org.jspecify.annotations.NullMarked;
