package org.rongcuo.dmn;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The compiled models in use, one per content hash and kind, bounded by weight. However many threads ask for a model at
 * once, it is compiled once. Policy contract, its opening. Thread-safe.
 */
@ApplicationScoped
public class CompiledModels {
    private static final long MAX_WEIGHT = 192L * 1024 * 1024;
    private static final int LEAST_WEIGHT = 128 * 1024;

    /** Measured: a compiled table holds about this many bytes for each character of its text. */
    private static final int BYTES_PER_CHARACTER = 12;

    private final ModelGate gate;
    private final Cache<Key, CompiledModel> models;

    /** @param gate passed again by every model that is loaded */
    @Inject
    public CompiledModels(ModelGate gate) {
        this.gate = gate;
        this.models = Caffeine.newBuilder()
                .maximumWeight(MAX_WEIGHT)
                .weigher((Key key, CompiledModel model) ->
                        LEAST_WEIGHT + BYTES_PER_CHARACTER * model.source().length())
                .build();
    }

    /**
     * The compiled model of that content, from the cache or compiled now.
     *
     * @param contentHash as {@link AdmittedModel#contentHash()} gave it
     * @param kind the kind under which it was admitted
     * @param xml gives the stored text; asked only if the model must be loaded
     * @throws ModelRefused if the stored text does not pass the gate as it stands today
     * @throws IllegalStateException if the stored text is not the one that the hash was taken of
     */
    public CompiledModel of(String contentHash, BookKind kind, Supplier<String> xml) {
        return models.get(new Key(contentHash, kind), key -> {
            var model = gate.admit(xml.get().getBytes(StandardCharsets.UTF_8), kind);
            if (!model.contentHash().equals(contentHash)) {
                throw new IllegalStateException("the stored model is not the one that was admitted: " + contentHash);
            }
            return new CompiledModel(model, kind);
        });
    }

    private record Key(String contentHash, BookKind kind) {}
}
