/** Answers billing: ledgers, bills, charges and the files about them. */
@NullMarked
package jp.shomei.query.fee;

import org.jspecify.annotations.NullMarked;
