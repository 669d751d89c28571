package org.tongbao.contacts.domain;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of records by name, for what is done with all of them alike. */
public final class RecordFields {
    private static final ClassValue<List<RecordComponent>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return List.of(type.getRecordComponents());
        }
    };

    private RecordFields() {}

    public static List<RecordComponent> components(Class<?> type) {
        return COMPONENTS.get(type);
    }

    public static @Nullable Object get(RecordComponent component, Object of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every component that has a value. */
    public static Map<String, Object> of(Object of) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : components(of.getClass())) {
            Object value = get(component, of);
            if (value != null) {
                fields.put(component.getName(), value);
            }
        }
        return fields;
    }

    /** A record of these values; null where there is none. */
    public static <R> R create(Class<R> type, Map<String, ?> fields) {
        List<RecordComponent> components = components(type);
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable
        Object[] values =
                components.stream().map(it -> fields.get(it.getName())).toArray();
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(Arrays.toString(values), e);
        }
    }

    public static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
