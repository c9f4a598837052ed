/** One certificate: from its application to its download. */
@NullMarked
package jp.shomei.contracts.certificate;

import org.jspecify.annotations.NullMarked;
