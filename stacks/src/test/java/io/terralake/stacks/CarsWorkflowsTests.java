package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two workflows: one makes listings, one archives what was read. The original's archive step found no files. */
class CarsWorkflowsTests {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void makesListingsByItsIdentityAndNeverTwice(String environment) {
        assertThat(stack(environment)).hasResource("azapi_resource", """
                {
                  name: 'logic-tlake-generate-cars-%s-weu',
                  identity: [{type: 'SystemAssigned'}],
                  body: {properties: {definition: {
                    triggers: {Recurrence: {recurrence: {frequency: 'Minute', interval: 5}}},
                    actions: {Generate: {
                      type: 'Http',
                      inputs: {
                        method: 'POST',
                        uri: textLike('https://${azapi_resource.Functions_App_*.output.properties.defaultHostName}/listings'),
                        queries: {count: '10'},
                        authentication: {
                          type: 'ManagedServiceIdentity',
                          audience: textLike('${azuread_application.*.client_id}'),
                        },
                        retryPolicy: {type: 'none'},
                      },
                    }},
                  }}},
                }
                """.formatted(environment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void movesFilesThatTheJobRecorded(String environment) {
        assertThat(stack(environment)).hasResource("azapi_resource", """
                {
                  name: 'logic-tlake-archive-cars-%s-weu',
                  body: {properties: {definition: {actions: {
                    List_records: {inputs: {
                      method: 'GET',
                      uri: textLike('https://${**}/silver'),
                      queries: {resource: 'filesystem', directory: 'used-cars/processed', recursive: 'true'},
                      authentication: {type: 'ManagedServiceIdentity', audience: 'https://storage.azure.com/'},
                    }},
                    If_listed: {
                      runAfter: {List_records: ['Succeeded', 'Failed']},
                      expression: "@equals(outputs('List_records').statusCode, 200)",
                      actions: {Each_record: {
                        foreach: "@body('List_records').paths",
                        runtimeConfiguration: {concurrency: {repetitions: 1}},
                        actions: {If_a_record: {
                          expression: "@and(endsWith(items('Each_record').name, '.json'), not(contains(items('Each_record').name, '/_temporary/')))",
                          actions: {
                            Read_record: {runAfter: {}, inputs: {method: 'GET'}},
                            Each_file: {
                              runAfter: {Read_record: ['Succeeded']},
                              foreach: "@split(trim(base64ToString(body('Read_record')['$content'])), decodeUriComponent('%%0A'))",
                            },
                            Delete_record: {
                              runAfter: {Each_file: ['Succeeded']},
                              inputs: {method: 'DELETE', queries: {recursive: 'true'}},
                            },
                          },
                        }},
                      }},
                      else: {actions: {If_nothing_is_there: {
                        expression: "@equals(body('List_records')?['error']?['code'], 'PathNotFound')",
                        actions: {},
                        else: {actions: {List_again: {type: 'Http'}}},
                      }}},
                    },
                  }}}},
                }
                """.formatted(environment));
    }

    /** A file that is not there any more was moved by the run before; any other answer fails the run, which keeps the record. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void movesAFileOnce(String environment) {
        assertThat(stack(environment)).hasResource("azapi_resource", """
                {body: {properties: {definition: {actions: {If_listed: {actions: {Each_record: {actions: {
                  If_a_record: {actions: {Each_file: {actions: {
                    Path: {
                      type: 'Compose',
                      inputs: "@replace(encodeUriComponent(join(skip(split(json(items('Each_file')).path, '/'), 3), '/')), '%2F', '/')",
                    },
                    Make_folder: {
                      inputs: {
                        method: 'PUT',
                        uri: textLike("https://${**}/archive/@{substring(outputs('Path'), 0, lastIndexOf(outputs('Path'), '/'))}"),
                        queries: {resource: 'directory'},
                        headers: {'If-None-Match': '*'},
                      },
                    },
                    Move: {
                      runAfter: {Make_folder: ['Succeeded', 'Failed']},
                      inputs: {
                        method: 'PUT',
                        uri: textLike("https://${**}/archive/@{outputs('Path')}"),
                        headers: {'x-ms-rename-source': "/bronze/@{outputs('Path')}"},
                      },
                    },
                    If_moved: {
                      runAfter: {Move: ['Succeeded', 'Failed']},
                      expression: "@equals(outputs('Move').statusCode, 201)",
                      actions: {},
                      else: {actions: {If_moved_before: {
                        expression: "@equals(body('Move')?['error']?['code'], 'SourcePathNotFound')",
                        actions: {},
                        else: {actions: {Move_again: {inputs: {headers: {'x-ms-rename-source': "/bronze/@{outputs('Path')}"}}}}},
                      }}},
                    },
                  }}}},
                }}}}}}}}}
                """);
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-used-cars");
    }
}
