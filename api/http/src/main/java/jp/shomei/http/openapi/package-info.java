/** The description of this interface (OpenAPI). */
@NullMarked
package jp.shomei.http.openapi;

import org.jspecify.annotations.NullMarked;
