/// How the vocabulary is spelt in JSON, in stored events and on the API alike.
@NullMarked
package io.daybook.kernel.json;

import org.jspecify.annotations.NullMarked;
