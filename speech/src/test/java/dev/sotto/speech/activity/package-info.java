@NullMarked
package dev.sotto.speech.activity;

import org.jspecify.annotations.NullMarked;
