/** The fee ledger: months, bills, charges, and what the payment system reports. */
@NullMarked
package jp.shomei.http.fee;

import org.jspecify.annotations.NullMarked;
