/** The payment slips (電子証明書発行・更新料払込請求書). */
@NullMarked
package jp.shomei.correspondence.slip;

import org.jspecify.annotations.NullMarked;
