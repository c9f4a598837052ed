/** Every refusal and every fault as one kind of answer: problem details (RFC 9457). */
@NullMarked
package jp.shomei.http.refusal;

import org.jspecify.annotations.NullMarked;
