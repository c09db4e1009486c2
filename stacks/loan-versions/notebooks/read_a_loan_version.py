# Databricks notebook source
# MAGIC %md
# MAGIC # Loans in any version
# MAGIC
# MAGIC Each run of the pipeline `DeltaCopyPipeline` makes a version of the table; version 0 is the table before the first run. Choose one
# MAGIC above, and run all cells: the same number gives the same rows tomorrow.

# COMMAND ----------

dbutils.widgets.text("version", "", "version, empty for the latest")

table = "{{table}}"

# COMMAND ----------

# MAGIC %md
# MAGIC ## Which versions there are

# COMMAND ----------

history = spark.sql(f"DESCRIBE HISTORY {table}")

display(history.select("version", "timestamp", "operation", "operationMetrics"))

# COMMAND ----------

# MAGIC %md
# MAGIC ## The table as it was

# COMMAND ----------

latest = history.agg({"version": "max"}).first()[0]
version = int(dbutils.widgets.get("version") or latest)

loans = spark.sql(f"SELECT * FROM {table} VERSION AS OF {version}")

display(loans)

# COMMAND ----------

# MAGIC %md
# MAGIC ## What is in it that the version before did not have

# COMMAND ----------

before = max(version - 1, 0)

changes = spark.sql(f"SELECT * FROM {table} VERSION AS OF {version} EXCEPT SELECT * FROM {table} VERSION AS OF {before}")

display(changes)
