@NullMarked
package jp.shomei.contracts.reminder;

import org.jspecify.annotations.NullMarked;
