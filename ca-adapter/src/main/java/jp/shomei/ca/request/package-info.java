/** Certification requests (PKCS#10) that holders send. */
@NullMarked
package jp.shomei.ca.request;

import org.jspecify.annotations.NullMarked;
