-- The highest value of a table's watermark column, not rounded and in UTC; of an empty table, the watermark that it has.
CREATE OR ALTER PROCEDURE [dbo].[usp_GetNewWatermark]
    @TableName varchar(100),
    @WatermarkColumnName varchar(100)
AS
BEGIN
    SET NOCOUNT ON;

    DECLARE @Watermark datetime2(7);
    DECLARE @Type nvarchar(128);
    DECLARE @Highest nvarchar(max);
    DECLARE @Query nvarchar(max);
    DECLARE @Message nvarchar(2048);

    SELECT @Watermark = [WaterMarkVal] FROM [dbo].[WaterMark] WHERE [TableName] = @TableName;

    IF @Watermark IS NULL
    BEGIN
        SET @Message = CONCAT(N'usp_GetNewWatermark: table "', @TableName, N'" is not registered in dbo.WaterMark');
        THROW 50002, @Message, 1;
    END;

    -- The names come from a pipeline's parameters: only those of the catalog get into a query.
    SELECT
        @Type = COALESCE(TYPE_NAME([columns].[system_type_id]), N'type of its own'),
        @Highest = CONCAT(N'MAX(', QUOTENAME([columns].[name]), N')'),
        @Query = CONCAT(N' AS [NewWaterMarkVal] FROM ', QUOTENAME(N'dbo'), N'.', QUOTENAME([tables].[name]))
    FROM [sys].[tables] AS [tables]
    INNER JOIN [sys].[columns] AS [columns] ON [columns].[object_id] = [tables].[object_id]
    WHERE [tables].[schema_id] = SCHEMA_ID(N'dbo')
        AND [tables].[name] = @TableName
        AND [columns].[name] = @WatermarkColumnName;

    IF @Type IS NULL
    BEGIN
        SET @Message = CONCAT(
            N'usp_GetNewWatermark: there is no column "', @WatermarkColumnName, N'" in table "dbo.', @TableName, N'"');
        THROW 50003, @Message, 1;
    END;

    IF @Type NOT IN (N'date', N'smalldatetime', N'datetime', N'datetime2', N'datetimeoffset')
    BEGIN
        SET @Message = CONCAT(
            N'usp_GetNewWatermark: column "', @WatermarkColumnName, N'" of table "dbo.', @TableName, N'" is a ', @Type,
            N', allowed are date, smalldatetime, datetime, datetime2 and datetimeoffset');
        THROW 50004, @Message, 1;
    END;

    -- Becoming a datetime2, a datetimeoffset loses its offset and keeps its local time. Only that type goes through SWITCHOFFSET:
    -- a datetime must become a datetime2 the way it does where the copy compares it.
    IF @Type = N'datetimeoffset'
        SET @Highest = CONCAT(N'SWITCHOFFSET(', @Highest, N', ''+00:00'')');

    SET @Query = CONCAT(N'SELECT COALESCE(CONVERT(datetime2(7), ', @Highest, N'), @Watermark)', @Query);

    EXECUTE [sys].[sp_executesql] @Query, N'@Watermark datetime2(7)', @Watermark;
END;
