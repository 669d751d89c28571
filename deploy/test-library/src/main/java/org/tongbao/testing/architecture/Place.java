package org.tongbao.testing.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where a package of a service stands. {@code feature} is empty for what serves every feature. */
record Place(String feature, Layer layer) {

    /** Empty if no part of the package's name is a layer. */
    static Optional<Place> of(String root, String packageName) {
        if (!packageName.startsWith(root + ".")) {
            return Optional.empty();
        }
        List<String> segments =
                Arrays.asList(packageName.substring(root.length() + 1).split("\\."));
        for (int i = 0; i < segments.size(); i++) {
            Optional<Layer> layer = Layer.named(segments.get(i));
            if (layer.isPresent()) {
                return Optional.of(new Place(String.join(".", segments.subList(0, i)), layer.get()));
            }
        }
        return Optional.empty();
    }

    /** Its own package and its own layer at the root; of the others, the layers that it sees, in every feature. */
    boolean mayUse(Place other) {
        if (layer == other.layer) {
            return layer == Layer.DOMAIN
                    || layer == Layer.USECASE
                    || feature.equals(other.feature)
                    || other.feature.isEmpty();
        }
        return layer.sees.contains(other.layer.key());
    }
}
