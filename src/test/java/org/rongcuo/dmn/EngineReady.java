package org.rongcuo.dmn;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Has the engine set up by the thread that knows the class path, before tests use threads of a pool. */
final class EngineReady implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        Books.compiled(Books.example());
    }
}
