@NullMarked
package jp.shomei.contracts.message;

import org.jspecify.annotations.NullMarked;
