@NullMarked
package jp.shomei.contracts.fee;

import org.jspecify.annotations.NullMarked;
