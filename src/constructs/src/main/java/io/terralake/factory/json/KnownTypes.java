package io.terralake.factory.json;

import io.terralake.factory.ArtifactKind;
import java.util.Map;
import java.util.Set;

/**
 * The types that Data Factory has; those of Microsoft's Java models of version 1.1.0 for the API version 2018-06-01.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/datafactory/pipelines/create-or-update">Pipelines - Create Or Update</a>
 */
public final class KnownTypes {
    private static final Set<String> ACTIVITIES = Set.of("""
            AppendVariable|AzureDataExplorerCommand|AzureFunctionActivity|AzureMLBatchExecution|AzureMLExecutePipeline|\
            AzureMLUpdateResource|Copy|Custom|DataLakeAnalyticsU-SQL|DatabricksNotebook|DatabricksSparkJar|\
            DatabricksSparkPython|Delete|ExecuteDataFlow|ExecutePipeline|ExecuteSSISPackage|ExecuteWranglingDataflow|Fail|\
            Filter|ForEach|GetMetadata|HDInsightHive|HDInsightMapReduce|HDInsightPig|HDInsightSpark|HDInsightStreaming|\
            IfCondition|Lookup|Script|SetVariable|SparkJob|SqlServerStoredProcedure|Switch|SynapseNotebook|Until|\
            Validation|Wait|WebActivity|WebHook""".split("\\|"));

    private static final Set<String> LINKED_SERVICES = Set.of("""
            AmazonMWS|AmazonRdsForOracle|AmazonRdsForSqlServer|AmazonRedshift|AmazonS3|AmazonS3Compatible|AppFigures|Asana|\
            AzureBatch|AzureBlobFS|AzureBlobStorage|AzureDataExplorer|AzureDataLakeAnalytics|AzureDataLakeStore|\
            AzureDatabricks|AzureDatabricksDeltaLake|AzureFileStorage|AzureFunction|AzureKeyVault|AzureML|AzureMLService|\
            AzureMariaDB|AzureMySql|AzurePostgreSql|AzureSearch|AzureSqlDW|AzureSqlDatabase|AzureSqlMI|AzureStorage|\
            AzureSynapseArtifacts|AzureTableStorage|Cassandra|CommonDataServiceForApps|Concur|CosmosDb|CosmosDbMongoDbApi|\
            Couchbase|CustomDataSource|Dataworld|Db2|Drill|Dynamics|DynamicsAX|DynamicsCrm|Eloqua|FileServer|FtpServer|\
            GoogleAdWords|GoogleBigQuery|GoogleBigQueryV2|GoogleCloudStorage|GoogleSheets|Greenplum|HBase|HDInsight|\
            HDInsightOnDemand|Hdfs|Hive|HttpServer|Hubspot|Impala|Informix|Jira|Lakehouse|Magento|MariaDB|Marketo|\
            MicrosoftAccess|MongoDb|MongoDbAtlas|MongoDbV2|MySql|Netezza|OData|Odbc|Office365|Oracle|OracleCloudStorage|\
            OracleServiceCloud|Paypal|Phoenix|PostgreSql|PostgreSqlV2|Presto|QuickBooks|Quickbase|Responsys|RestService|\
            Salesforce|SalesforceMarketingCloud|SalesforceServiceCloud|SalesforceServiceCloudV2|SalesforceV2|SapBW|\
            SapCloudForCustomer|SapEcc|SapHana|SapOdp|SapOpenHub|SapTable|ServiceNow|ServiceNowV2|Sftp|\
            SharePointOnlineList|Shopify|Smartsheet|Snowflake|SnowflakeV2|Spark|SqlServer|Square|Sybase|TeamDesk|Teradata|\
            Twilio|Vertica|Warehouse|Web|Xero|Zendesk|Zoho""".split("\\|"));

    private static final Set<String> DATASETS = Set.of("""
            AmazonMWSObject|AmazonRdsForOracleTable|AmazonRdsForSqlServerTable|AmazonRedshiftTable|AmazonS3Object|Avro|\
            AzureBlob|AzureBlobFSFile|AzureDataExplorerTable|AzureDataLakeStoreFile|AzureDatabricksDeltaLakeDataset|\
            AzureMariaDBTable|AzureMySqlTable|AzurePostgreSqlTable|AzureSearchIndex|AzureSqlDWTable|AzureSqlMITable|\
            AzureSqlTable|AzureTable|Binary|CassandraTable|CommonDataServiceForAppsEntity|ConcurObject|\
            CosmosDbMongoDbApiCollection|CosmosDbSqlApiCollection|CouchbaseTable|CustomDataset|Db2Table|DelimitedText|\
            DocumentDbCollection|DrillTable|DynamicsAXResource|DynamicsCrmEntity|DynamicsEntity|EloquaObject|Excel|\
            FileShare|GoogleAdWordsObject|GoogleBigQueryObject|GoogleBigQueryV2Object|GreenplumTable|HBaseObject|\
            HiveObject|HttpFile|HubspotObject|Iceberg|ImpalaObject|InformixTable|JiraObject|Json|LakehouseTable|\
            MagentoObject|MariaDBTable|MarketoObject|MicrosoftAccessTable|MongoDbAtlasCollection|MongoDbCollection|\
            MongoDbV2Collection|MySqlTable|NetezzaTable|ODataResource|OdbcTable|Office365Table|OracleServiceCloudObject|\
            OracleTable|Orc|Parquet|PaypalObject|PhoenixObject|PostgreSqlTable|PostgreSqlV2Table|PrestoObject|\
            QuickBooksObject|RelationalTable|ResponsysObject|RestResource|SalesforceMarketingCloudObject|SalesforceObject|\
            SalesforceServiceCloudObject|SalesforceServiceCloudV2Object|SalesforceV2Object|SapBwCube|\
            SapCloudForCustomerResource|SapEccResource|SapHanaTable|SapOdpResource|SapOpenHubTable|SapTableResource|\
            ServiceNowObject|ServiceNowV2Object|SharePointOnlineListResource|ShopifyObject|SnowflakeTable|SnowflakeV2Table|\
            SparkObject|SqlServerTable|SquareObject|SybaseTable|TeradataTable|VerticaTable|WarehouseTable|WebTable|\
            XeroObject|Xml|ZohoObject""".split("\\|"));

    private static final Set<String> DATA_FLOWS = Set.of("Flowlet", "MappingDataFlow", "WranglingDataFlow");

    private static final Set<String> TRIGGERS = Set.of("""
            BlobEventsTrigger|BlobTrigger|ChainingTrigger|CustomEventsTrigger|MultiplePipelineTrigger|\
            RerunTumblingWindowTrigger|ScheduleTrigger|TumblingWindowTrigger""".split("\\|"));

    private static final Set<String> INTEGRATION_RUNTIMES = Set.of("Managed", "SelfHosted");

    private static final Set<String> CREDENTIALS = Set.of("ManagedIdentity", "ServicePrincipal");

    private static final Map<ArtifactKind, Set<String>> ALL = Map.of(
            ArtifactKind.LINKED_SERVICE, LINKED_SERVICES,
            ArtifactKind.DATASET, DATASETS,
            ArtifactKind.DATA_FLOW, DATA_FLOWS,
            ArtifactKind.TRIGGER, TRIGGERS,
            ArtifactKind.INTEGRATION_RUNTIME, INTEGRATION_RUNTIMES,
            ArtifactKind.CREDENTIAL, CREDENTIALS);

    private KnownTypes() {}

    /** Whether there is such an activity. */
    public static boolean isActivity(String type) {
        return ACTIVITIES.contains(type);
    }

    /** Whether there is such an artifact; of pipelines there is one type only. */
    public static boolean is(ArtifactKind kind, String type) {
        return kind == ArtifactKind.PIPELINE || ALL.get(kind).contains(type);
    }
}
