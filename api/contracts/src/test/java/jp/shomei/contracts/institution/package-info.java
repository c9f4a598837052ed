@NullMarked
package jp.shomei.contracts.institution;

import org.jspecify.annotations.NullMarked;
