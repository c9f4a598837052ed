@NullMarked
package jp.shomei.contracts.notice;

import org.jspecify.annotations.NullMarked;
