package dev.sotto.architecture.planted.loose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Violates a rule, so that the rule can be seen to find it. */
final class PlantedBean {

    String json(Object bean) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(bean);
    }
}
