@NullMarked
package jp.shomei.contracts.certificate;

import org.jspecify.annotations.NullMarked;
