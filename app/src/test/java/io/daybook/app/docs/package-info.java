/// The documents, held against the code.
package io.daybook.app.docs;
