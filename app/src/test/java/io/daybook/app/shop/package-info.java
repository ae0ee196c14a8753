/// The shop as its customers see it, through the whole program.
package io.daybook.app.shop;
