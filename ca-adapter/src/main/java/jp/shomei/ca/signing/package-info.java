/** From an order to a signed certificate on record, without ever leaving an orphan. */
@NullMarked
package jp.shomei.ca.signing;

import org.jspecify.annotations.NullMarked;
