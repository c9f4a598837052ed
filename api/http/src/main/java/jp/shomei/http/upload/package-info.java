/** Files that are uploaded: kept on disk while they are worked on, and read line by line. */
@NullMarked
package jp.shomei.http.upload;

import org.jspecify.annotations.NullMarked;
