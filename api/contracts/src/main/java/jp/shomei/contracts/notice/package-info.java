/** The mailed issue notice (電子証明書発行通知書). */
@NullMarked
package jp.shomei.contracts.notice;

import org.jspecify.annotations.NullMarked;
